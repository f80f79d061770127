// Keeps a page up to date: when a notice is published, the page is fetched again and its content
// exchanged in place. Without this script the page is complete; it is only not moving.
(() => {
  'use strict';
  const main = document.getElementById('main');
  if (!main) return;

  const speak = (text, assertive) => {
    const region = document.getElementById(assertive ? 'say-now' : 'say');
    if (region) region.textContent = text;
  };

  // Times are written in the zone of the maintenance; a reader elsewhere gets their own beside it.
  const here = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short'
  });
  const offsetAt = (zone, at) => {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
      .formatToParts(at);
    return parts.find(p => p.type === 'timeZoneName').value;
  };
  const localise = () => {
    for (const local of main.querySelectorAll('[data-local]')) {
      try {
        const at = new Date(local.dataset.local);
        const mine = Intl.DateTimeFormat().resolvedOptions().timeZone;
        if (offsetAt(mine, at) === offsetAt(local.dataset.zone, at)) continue;
        local.textContent = (local.closest('dd') ? '' : ' · ') + here.format(at) + ', your time';
      } catch { /* an unknown zone: the written time stands for itself */ }
    }
  };

  const refresh = async kind => {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const content = fresh.getElementById('main');
    if (!content || content.innerHTML === main.dataset.shown) return;
    const focused = main.contains(document.activeElement)
      ? document.activeElement.getAttribute('href') : null;
    main.dataset.shown = content.innerHTML;
    main.replaceChildren(...content.childNodes);
    document.title = fresh.title;
    localise();
    if (focused) main.querySelector('[href="' + CSS.escape(focused) + '"]')?.focus();
    const said = main.querySelector('[data-say]');
    if (said) speak(said.dataset.say, kind === 'EXTENDED');
  };

  localise();
  if (!window.EventSource) return;
  let waiting = false;
  const stream = new EventSource('/stream');
  stream.addEventListener('notice', event => {
    if (waiting) return;
    waiting = true;
    let kind = '';
    try { kind = JSON.parse(event.data).kind; } catch { /* the page says it anyway */ }
    // A crowd that hears of the same notice should not come back in the same instant.
    setTimeout(() => { waiting = false; refresh(kind).catch(() => {}); }, 100 + Math.random() * 400);
  });
})();
