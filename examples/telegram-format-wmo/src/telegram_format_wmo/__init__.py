"""Meteorological bulletins (WMO-No. 386) for telegram_format: a reader and a writer, both of the name `wmo`."""
