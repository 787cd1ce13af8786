"""The services that are embedded unless DATABASE_URL or REDIS_URL name others."""

from infra.local import postgres, valkey
from infra.local.environment import Setting
from infra.local.programs import Program


def services(setting: Setting, *, lasting: bool = True) -> list[Program]:
    programs = []
    if setting.embedded_postgres:
        log = setting.checkout.logs / "postgres.log"
        found = postgres.locate(setting.checkout)
        programs.append(postgres.program(found, setting.ports["postgres"], log, lasting=lasting))
    if setting.embedded_valkey:
        programs.append(valkey.program(setting.checkout, setting.ports["valkey"], setting.secrets))
    return programs
