// <shop-gallery>: the thumbnail of the picture in view is marked, and choosing one does not move the page.
class ShopGallery extends HTMLElement {
  #observer?: IntersectionObserver;

  connectedCallback(): void {
    const thumbs = this.parentElement?.querySelector(".thumbs");
    if (!thumbs) return;
    thumbs.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const picture = link && document.getElementById(link.hash.slice(1));
      if (!picture) return;
      event.preventDefault();
      this.scrollTo({ left: picture.offsetLeft - this.offsetLeft });
    });
    this.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!step || event.target !== this) return;
      event.preventDefault();
      this.scrollBy({ left: step * this.clientWidth });
    });
    const mark = (entries: IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting } of entries) {
        const link = thumbs.querySelector(`a[href="#${target.id}"]`);
        if (isIntersecting) link?.setAttribute("aria-current", "true");
        else link?.removeAttribute("aria-current");
      }
    };
    this.#observer = new IntersectionObserver(mark, { root: this, threshold: 0.6 });
    for (const picture of this.querySelectorAll("img")) this.#observer.observe(picture);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }
}

customElements.define("shop-gallery", ShopGallery);
