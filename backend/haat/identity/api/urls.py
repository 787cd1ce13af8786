"""Identity's addresses, the same on every host."""

from django.urls import path

from haat.identity.api import auth, me, passwords, providers, ways

urlpatterns = [
    path("api/v1/auth/login", auth.Login.as_view()),
    path("api/v1/auth/register", auth.Register.as_view()),
    path("api/v1/auth/resend", auth.Resend.as_view()),
    path("api/v1/auth/verify", auth.Verify.as_view()),
    path("api/v1/auth/refresh", auth.Refresh.as_view()),
    path("api/v1/auth/logout", auth.Logout.as_view()),
    path("api/v1/auth/options", providers.Options.as_view()),
    path("api/v1/auth/password", passwords.PasswordLogin.as_view()),
    path("api/v1/auth/providers/start", providers.Start.as_view()),
    path("api/v1/auth/providers/callback", providers.Callback.as_view()),
    path("api/v1/auth/providers/finish", providers.Finish.as_view()),
    path("api/v1/me/sign-in", ways.Ways.as_view()),
    path("api/v1/me/password", passwords.OwnPassword.as_view()),
    path("api/v1/me/accounts", ways.Accounts.as_view()),
    path("api/v1/me/accounts/<int:account_id>", ways.Account.as_view()),
    path("api/v1/me", me.Me.as_view()),
    path("api/v1/me/portal", me.Portal.as_view()),
]
