"""Addresses of the storefront. They are printed on parcels and shared in chats: they do not change."""

from django.urls import path

from portals.customer.views import (
    account,
    browse,
    cart,
    checkout,
    codes,
    content,
    home,
    login,
    machine,
    orders,
    product,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("c/<slug:slug>", browse.category, name="category"),
    path("search", browse.search, name="search"),
    path("sellers/<slug:slug>", browse.seller, name="seller"),
    path("p/<slug:slug>", product.product, name="product"),
    path("cart", cart.cart, name="cart"),
    path("cart/codes", codes.codes, name="cart-codes"),
    path("login", login.identify, name="login"),
    path("login/code", login.code, name="login-code"),
    path("logout", login.logout, name="logout"),
    path("checkout", checkout.checkout, name="checkout"),
    path("orders", orders.orders, name="orders"),
    path("orders/<str:number>", orders.order, name="order"),
    path("orders/<str:number>/payment", orders.pay_again, name="order-payment"),
    path("orders/<str:number>/cancellation", orders.cancel, name="order-cancellation"),
    path("account", account.account, name="account"),
    path("account/addresses", account.addresses, name="addresses"),
    path("account/addresses/<str:address_id>", account.address, name="address"),
    path("pages/<slug:slug>", content.page, name="page"),
    path("personal", machine.personal_bits, name="personal"),
    path("theme/<str:digest>.css", machine.theme_css, name="theme"),
    path("sitemap.xml", machine.sitemap, name="sitemap"),
    path("robots.txt", machine.robots, name="robots"),
    path("site.webmanifest", machine.webmanifest, name="webmanifest"),
]
