/** Every URL of the area, written once: `/training` is for everybody, `/staff/training` for those who keep or attend. */
export {};
