"""Pages of the platform's own host."""

from django.urls import path

from portals.customer.launch.views import front

urlpatterns = [path("", front, name="launch")]
