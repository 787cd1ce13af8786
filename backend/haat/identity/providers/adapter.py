"""allauth's hook for its calls: they go out as all of ours do."""

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter

from haat.core import outbound


class Adapter(DefaultSocialAccountAdapter):
    def get_requests_session(self) -> outbound.Session:
        return outbound.session()
