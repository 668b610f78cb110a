"""Tables in Markdown."""

from staff.markdown import table


def test_a_table_is_written_with_its_bars_escaped() -> None:
    assert table(("a", "b"), [("1", "x|y")]) == "| a | b |\n| --- | --- |\n| 1 | x\\|y |"
