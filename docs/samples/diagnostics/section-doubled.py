import telegram_format as tf

first = "UNCLAS SECTION 01 OF 02 PORT ALDER 000142\n\nTAGS: ECON\nSUBJECT: LAMPS\n\n1. The lamps are lit.\n"
second = "UNCLAS SECTION 02 OF 02 PORT ALDER 000142\n\nTAGS: ECON\nSUBJECT: LAMPS\n\n2. The keeper is paid.\n"
joined = tf.join(tf.parse(section).telegram for section in (first, second, second))
print(*joined.diagnostics, sep="\n")
