/** Whether a text is a page, by how it begins. Kept apart from the parser, which only pages load. */
export const isHtml = (text: string): boolean =>
  /^\s{0,200}(?:<!doctype html|<html|<head|<body|<article|<div|<p[\s>])/i.test(text.slice(0, 1000));
