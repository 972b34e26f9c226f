/** Every URL of the area, written once: a block for each slice. */
export {};
