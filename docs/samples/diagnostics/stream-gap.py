import telegram_format as tf

stream = b"Bread, four eggs, a lamp for the cellar. " * 12 + b"\nVZCZCFGA242\nRR RUFDAE\nDE RUEPDA 0116 1351530\nNNNN\n"
for reading in tf.parse_all(stream):
    print(reading.format, *reading.diagnostics)
