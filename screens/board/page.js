"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const minutes = (ms) => Math.floor(ms / 60000);
  let away = 0;

  function speaking(now) {
    const line = byId("speaking");
    if (!line) return;
    const left = Math.round((new Date(line.dataset.until) - now) / 1000), all = Math.abs(left);
    line.textContent = `Speaker ${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")} ${left < 0 ? "OVER" : "left"}`;
    line.classList.toggle("bad", left < 0);
  }

  function tick() {
    speaking(new Date());
    const clock = byId("clock");
    if (!clock) return;
    const now = new Date();
    const two = (n) => String(n).padStart(2, "0");
    let words = `${two(now.getHours())}:${two(now.getMinutes())}`;
    const opened = clock.dataset.opened && new Date(clock.dataset.opened);
    if (opened && now >= opened) {
      const all = minutes(now - opened);
      words += all < 60 ? ` · ${all} min` : ` · ${Math.floor(all / 60)} h ${two(all % 60)} min`;
    }
    if (clock.textContent !== words) clock.textContent = words;
  }

  function show(event) {
    const data = JSON.parse(event.data);
    byId("board").innerHTML = data.board;
    if (byId("say").textContent !== data.say) byId("say").textContent = data.say;
    document.title = data.title;
    tick();
  }

  function listen() {
    const stream = new EventSource(document.body.dataset.stream);
    stream.onmessage = show;
    stream.onopen = () => { clearTimeout(away); away = 0; byId("away").hidden = true; };
    stream.onerror = () => {
      away = away || setTimeout(() => { byId("away").hidden = false; }, 3000);
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
    };
  }

  listen();
  tick();
  setInterval(tick, 1000);
})();
