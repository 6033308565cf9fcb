"""Tests for those who write readers and writers: telegrams to be had by the thousand, damage, and the laws."""
