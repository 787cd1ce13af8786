"""The services that are embedded unless DATABASE_URL or REDIS_URL name others."""

from infra.local import postgres, valkey
from infra.local.environment import Setting
from infra.local.programs import Program


def services(setting: Setting) -> list[Program]:
    programs = []
    if setting.embedded_postgres:
        log = setting.checkout.logs / "postgres.log"
        programs.append(postgres.program(postgres.locate(setting.checkout), setting.ports["postgres"], log))
    if setting.embedded_valkey:
        programs.append(valkey.program(setting.checkout, setting.ports["valkey"], setting.secrets))
    return programs
