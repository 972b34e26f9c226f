/** Six digits, the last one a check digit (全国地方公共団体コード): weights 6 to 2, eleven minus the rest of the sum by eleven. */
export function isLocalGovernmentCode(code: string): boolean {
  if (!/^\d{6}$/.test(code)) return false;
  const digits = Array.from(code, Number);
  const sum = digits.slice(0, 5).reduce((total, digit, index) => total + digit * (6 - index), 0);
  return digits[5] === (11 - (sum % 11)) % 10;
}
