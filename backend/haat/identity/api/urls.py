"""Identity's addresses, the same on every host."""

from django.urls import path

from haat.identity.api import auth, invitations, me, viewings

urlpatterns = [
    path("api/v1/auth/login", auth.Login.as_view()),
    path("api/v1/auth/register", auth.Register.as_view()),
    path("api/v1/auth/resend", auth.Resend.as_view()),
    path("api/v1/auth/verify", auth.Verify.as_view()),
    path("api/v1/auth/refresh", auth.Refresh.as_view()),
    path("api/v1/auth/logout", auth.Logout.as_view()),
    path("api/v1/auth/invitations", invitations.Link.as_view()),
    path("api/v1/auth/viewings", viewings.Opening.as_view()),
    path("api/v1/auth/viewings/end", viewings.Ending.as_view()),
    path("api/v1/me/invitations", invitations.Mine.as_view()),
    path("api/v1/me/invitations/<uuid:invitation_id>/acceptance", invitations.Acceptance.as_view()),
    path("api/v1/me", me.Me.as_view()),
    path("api/v1/me/portal", me.Portal.as_view()),
]
