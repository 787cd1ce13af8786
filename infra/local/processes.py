"""The processes of `up`, in the order in which they start; they stop in the opposite one."""

import sys

from infra.local.environment import Setting
from infra.local.probes import http_ok
from infra.local.programs import Program


def app_programs(setting: Setting) -> list[Program]:
    return [_simulator(setting), _inbox(setting), _web(setting), _worker(setting), _relay(setting)]


def _simulator(setting: Setting) -> Program:
    port = setting.ports["simulator"]
    argv = ["-m", "infra.razorpay_simulator", "--host", "127.0.0.1", "--port", str(port)]
    argv += ["--db", str(setting.checkout.home / "simulator.sqlite")]
    argv += ["--public-url", setting.environ["RAZORPAY_BASE_URL"]]
    return _python(setting, "simulator", argv, ports=("simulator",), ready=http_ok(port, "/_sim/status"))


def _inbox(setting: Setting) -> Program:
    port = setting.ports["inbox"]
    argv = ["-m", "infra.inbox", "--http-port", str(port), "--smtp-port", str(setting.ports["smtp"])]
    argv += ["--db", str(setting.checkout.home / "inbox.sqlite")]
    return _python(setting, "inbox", argv, ports=("inbox", "smtp"), ready=http_ok(port, "/healthz"))


def _web(setting: Setting) -> Program:
    port = setting.ports["web"]
    argv = ["-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    argv += ["--workers", "1", "--blocking-threads", "8", "--no-ws", "--respawn-failed-workers"]
    argv += ["config.wsgi:application"]
    ready = http_ok(port, "/healthz", host=f"{setting.platform}:{port}")
    return _python(setting, "web", argv, ports=("web",), needs=("database", "static"), ready=ready)


def _worker(setting: Setting) -> Program:
    argv = ["-m", "celery", "-A", "config.celery", "worker", "--pool", "threads", "--concurrency", "4"]
    argv += ["--loglevel", "INFO", "--without-gossip", "--without-mingle"]
    return _python(setting, "worker", argv, needs=("database", "valkey"), ready_line=" ready.")


def _relay(setting: Setting) -> Program:
    argv = [str(setting.checkout.root / "backend" / "manage.py"), "relay"]
    # After the others: it carries jobs to the worker, and at a start the processor is theirs first.
    return _python(setting, "relay", argv, needs=("database", "postgres", "valkey", "worker", "web"))


def _python(setting: Setting, name: str, arguments: list[str], **options: object) -> Program:
    inside = "backend" if name in {"web", "worker", "relay"} else "."
    own = {"HAAT_DB_POOL": "true"} if name in {"web", "worker"} else {}
    return Program(
        name=name,
        argv=[sys.executable, *arguments],
        cwd=setting.checkout.root / inside,
        environ={**own, **setting.environ},
        log=setting.checkout.logs / f"{name}.log",
        **options,  # type: ignore[arg-type] # the named options of Program, passed on
    )
