import telegram_format as tf

text = "1. Barges.\n" * 60_000
with tf.isolated(format="plain", carrier="plain", seconds=0.02) as parse:
    reading = parse(text)
print(*reading.diagnostics, sep="\n")
