/// The ASCII digit of the same value; nil for anything but an Arabic-Indic or Persian digit.
package func asciiDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0x0660...0x0669: Unicode.Scalar(scalar.value - 0x0660 + 0x30)
  case 0x06F0...0x06F9: Unicode.Scalar(scalar.value - 0x06F0 + 0x30)
  default: nil
  }
}
