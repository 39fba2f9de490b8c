(() => {
  const form = document.querySelector("form");
  const shown = document.querySelector("output");
  const entries = [...document.querySelectorAll("article")].map((article) => ({
    article,
    kind: article.dataset.kind,
    text: article.textContent.toLowerCase(),
  }));
  const filter = () => {
    const kinds = new Set([...form.querySelectorAll("[name=kind]:checked")].map((box) => box.value));
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { article, kind, text } of entries) {
      article.hidden = !(kinds.has(kind) && words.every((word) => text.includes(word)));
      count += article.hidden ? 0 : 1;
    }
    shown.value = `${count} of ${entries.length} shown`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = entries.length === 0;
  filter();
})();
