"""The tables of a corpus in DuckDB.

Strategy: a database in memory in which each table of the folder is a view of its name over the Parquet files; nothing
is copied, and nothing is written into the folder. The files are listed when the corpus is opened. Moments are in UTC
wherever the machine stands, and DuckDB fetches no extensions by itself.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from telegram_format.corpus.columns import SCHEMAS
from telegram_format.corpus.link_columns import LINKS
from telegram_format.corpus.store import Store
from telegram_format.errors import CorpusError

if TYPE_CHECKING:
    import duckdb

_SETTINGS: dict[str, Any] = {"autoinstall_known_extensions": False}


class Tables:
    """The tables of a corpus, to be asked in SQL.

    `names` are the tables there are: those of `telegram_format.corpus.convert` always, those of `link` when the corpus
    is linked. `whole` says whether the run that wrote the corpus came to its end, `linked` whether it is linked as it
    is now. `connection` is DuckDB's, to an empty database in memory, with the tables as views. `settings` are those of
    DuckDB: `memory_limit="4GB"`. Raises `CorpusError` where no tables are.
    """

    def __init__(self, folder: str | os.PathLike[str], **settings: Any) -> None:
        import duckdb

        store = Store(folder)
        run = store.run()
        if run is None:
            raise CorpusError(f"{store.folder}: is no corpus: there is no _run.json in it")
        if run["to"] != "parquet":
            raise CorpusError(f"{store.folder}: holds lines of JSON, not tables: convert it to parquet")
        self.folder = store.folder
        self.whole = store.summary() is not None
        self.linked = store.links() is not None
        self.names = (*SCHEMAS, *LINKS) if self.linked else tuple(SCHEMAS)
        self.connection = duckdb.connect(":memory:", config={**_SETTINGS, **settings})
        self.connection.execute("SET TimeZone = 'UTC'")
        for name in self.names:
            self._show(name)

    def sql(self, text: str, parameters: object = None) -> duckdb.DuckDBPyRelation:
        """DuckDB's relation for a question, as yet unasked: `.fetchall()`, `.df()`, `.pl()`, `.to_arrow_table()`.

        `parameters` are the values of `?` or `$name` in the text. The text may be anything that DuckDB takes, so that
        it may also read and write files elsewhere: show a text of somebody else to nobody but yourself first. Raises
        `duckdb.Error` for what it does not take.
        """
        return self.connection.sql(text, params=parameters)

    def close(self) -> None:
        """Forget the database. Relations that come from it can no longer be asked."""
        self.connection.close()

    def __enter__(self) -> Tables:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Tables({str(self.folder)!r})"

    def _show(self, name: str) -> None:
        """A table as a view; one without files is empty."""
        files = sorted(str(path) for path in (self.folder / name).glob("*.parquet"))
        if files:
            listed = ", ".join(_quoted(file) for file in files)
            self.connection.execute(f'CREATE VIEW "{name}" AS SELECT * FROM read_parquet([{listed}])')
        else:
            self.connection.register(name, {**SCHEMAS, **LINKS}[name].empty_table())


def open(folder: str | os.PathLike[str]) -> Tables:  # noqa: A001 (as in `gzip.open`)
    """The tables of the corpus that `convert` wrote into `folder`, to be asked in SQL.

    Raises `CorpusError` where no tables are, and `ModuleNotFoundError` without DuckDB (`telegram-format[corpus]`).
    """
    return Tables(folder)


def _quoted(text: str) -> str:
    """A path in SQL, in which what stands for other names stands for itself."""
    escaped = "".join(f"[{sign}]" if sign in "[*?" else sign for sign in text)
    return "'" + escaped.replace("'", "''") + "'"
