/* global window */
// The other end, which only counts.
let count = 0;
window.addEventListener('message', ({ data }) => {
  if (data?.source === 'bench') count += 1;
});
void count;
