"""The web server's own log, through the same safe line as everything else (felles.logglinje)."""

from typing import Any

from gunicorn.glogging import Logger

from felles.logglinje import TryggLinje

FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


class TryggLogger(Logger):
    """gunicorn would write the address of a request that failed, and the words of the error."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(TryggLinje(FORMAT))
