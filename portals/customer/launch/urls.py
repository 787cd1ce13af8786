"""Pages of the platform's own host: its front, and what people see about themselves over all brands."""

from django.urls import include, path

from portals.customer.launch.views import account, front
from portals.customer.views import login

urlpatterns = [
    path("", front, name="launch"),
    path("login", login.identify, name="login"),
    path("login/code", login.code, name="login-code"),
    path("logout", login.logout, name="logout"),
    path("account", account, name="account"),
    path("", include("portals.customer.own_urls")),
]
