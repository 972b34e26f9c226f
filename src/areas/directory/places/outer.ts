/** 国土地理院: asked for pictures only by the page that says so, and only after a press. */
export const tileHost = 'https://cyberjapandata.gsi.go.jp';
export const tileUrl = `${tileHost}/xyz/pale/{z}/{x}/{y}.png`;
/** The Trusted Types policy that the island of the map makes. */
export const mapPolicy = 'default';
