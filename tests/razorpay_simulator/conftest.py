import pytest

from .receiver import Receiver
from .server import HOOK_SECRET, InProcess, InThread
from .steps import Steps


@pytest.fixture
def receiver():
    with Receiver() as one:
        yield one


@pytest.fixture
def simulator(tmp_path, receiver):
    one = InThread(tmp_path, "--webhook-url", receiver.url, "--webhook-secret", HOOK_SECRET)
    yield one
    one.close()


@pytest.fixture
def process(tmp_path, receiver):
    one = InProcess(tmp_path, "--webhook-url", receiver.url, "--webhook-secret", HOOK_SECRET)
    yield one
    one.close()


@pytest.fixture
def client(simulator):
    return simulator.client


@pytest.fixture
def steps(simulator):
    return Steps(simulator)
