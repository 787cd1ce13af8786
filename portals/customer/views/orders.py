from django.http import HttpRequest, HttpResponse
def _x(request: HttpRequest, *a: object, **k: object) -> HttpResponse: return HttpResponse("x")
account=addresses=address=checkout=orders=order=pay_again=cancel=_x
