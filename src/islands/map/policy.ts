/** Leaflet asks once whether the browser draws SVG by writing this text; nothing else may ever become HTML. Runs before Leaflet. */
const asked = '<svg/>';

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (text: string) => string }): unknown;
}

const { trustedTypes } = window as { trustedTypes?: TrustedTypes };

trustedTypes?.createPolicy('default', {
  createHTML: (text) => {
    if (text !== asked) throw new TypeError('text is never made HTML here');
    return text;
  },
});
