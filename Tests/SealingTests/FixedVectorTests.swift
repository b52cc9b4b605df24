import Testing

@testable import Sealing

/// Files sealed once, by the age program and by this module, that every later version must open.
///
/// They are sealed to the identity that the specification of age prints, or with the passphrase
/// `wadi zaytun`.
@Suite struct FixedVectorTests {
  private func open(_ armoured: String) throws -> String {
    let identity = try Identity(reading: KeyTests.secret)
    let file = try Armour.decode(Array(armoured.utf8))
    return String(decoding: try AgeFile.open(file, with: [identity]), as: UTF8.self)
  }

  @Test func `what age 1.1.1 sealed is opened`() throws {
    let file = """
      -----BEGIN AGE ENCRYPTED FILE-----
      YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBrM1pBTWpXMzJIV1UycCs2
      TjBMYjdZTjZBU3N4c1RnNkNTSGJZTEhGTkJRCmdQQXFTaEFmOFNoYUpkK0tJcDkr
      R2ZlSnJqdXlKc0FPckM2ejQ3NGp1Wk0KLT4gWDI1NTE5IEg3Mkp1dit2N2MxS09X
      b29aRzFOR2ZwcWVHa2pOdFJ5N011WndzWStvak0KNkIrQ0hKVVNmTlpaTHhKOGN0
      WG5FU0VSQ2FQK0NJRVdTKzR1TVhVMEZzUQotLS0gakg3eDNVRG9JUGp6TjRyMnVF
      NGloOVZPZnBnVTYxVG1QTUQvWDJwcGpnQQpnHkF7LuOmgIrfbrjjUuuQXvjYvDuB
      +YSToN5P/LpOfabRgjUnjidZefSJ49udNP6TnZpbvg==
      -----END AGE ENCRYPTED FILE-----
      """
    #expect(try open(file) == "Sealed by age 1.1.1.\n")
  }

  @Test func `what this module sealed is opened`() throws {
    let file = """
      -----BEGIN AGE ENCRYPTED FILE-----
      YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBZeWdickc4WVB4Y2VRMzVN
      cHZtYk16ZWM0QnBmcDBBaFFMU0gzNjhLVVNjCkt3UlRlYUdLcmxqVm02THZJY2pw
      UmpiZVR5V2VLa1VvOElxSWlvMnJIUjAKLT4gWDI1NTE5IEJ2SEdYTVQ5WElWdHho
      TFNacE9pMVBEeVJ6ZGE5M2RFQ0x2dlUweE1pQU0KVFJSQ3B2VFpmenh0WWordDB6
      T29xSk9FU1E2RWJPOHVYVVBhdExiQzBGVQotPiBYMjU1MTkgSzRIUXVXK1ZVUTBv
      OHliWDY3VkU1VG9HQitteDVmaWEvck5ablM2UkVUUQpzc0IxekNBaEczNkgySHFM
      OVVIcXYxczIrV2JSd2s2OTBSbmRCaGpRc2FBCi0+IFgyNTUxOSA2ODd6bnZkaDM5
      ZldFd1dDeng5UTNSWVcyTlAydnlsakFEU1UwdlR1cUFZCnk1WHpPYVMxZ0dyK2dQ
      L0FoQk4rSzhNRElGT0wyajA0bFB5akpycUJZalEKLS0tIHFiMmtobUxhb210SERE
      YkNMTjBpdVlWYTFOaUlxZElOUjlEQnpVMG9UL0EKItslGpR4q3EJnsOqirkUGbvg
      /tRkDVbLsV4LOP+bcOSkMbEc/jV3REEIRwhtIenTevs=
      -----END AGE ENCRYPTED FILE-----
      """
    #expect(try open(file) == "Sealed by Daftar.\n")
  }

  @Test func `what this module sealed with a passphrase is opened`() throws {
    let file = """
      -----BEGIN AGE ENCRYPTED FILE-----
      YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBzaWFvU1FJbGZUQ1Nnc2l6
      K2J6MWZBIDYKeWFoNEZVYUl6NlN5U1lDVC9lM0syYWpFa2hza1lXdERST0pFYjBY
      NTlBSQotLS0geGQ0bFQ3dEVGdSt4UWl1clFITUNZVDlGU2FOUndkbnVuWnJwbTZi
      cnZKYwpLrBnGeeLTlQP8GaGsg5+QVUTHXJIcPKzsrbI4lyj7I6ZP2+7oLH8NypZW
      wq7CeU2D3w==
      -----END AGE ENCRYPTED FILE-----
      """
    let content = try IdentityFile.unwrap(Array(file.utf8), passphrase: "wadi zaytun")
    #expect(String(decoding: content, as: UTF8.self) == "Sealed by Daftar.\n")
  }

  /// The work factor of the age program takes seconds without optimisation.
  @Test(.enabled(if: Environment.isLong, "DAFTAR_LONG=1 is not set"))
  func `what age 1.1.1 sealed with a passphrase is opened`() throws {
    let file = """
      -----BEGIN AGE ENCRYPTED FILE-----
      YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBuVVZzc1pRdjFGTjNYbTRI
      bVoxRFRnIDE4Cjl2UWdBWDZFLzg4WHdYZk5QeHA4REtZQTBQMGFZMFFvK0sxK01Y
      UjI4czQKLS0tIGo5dWJNZkN4NWVzZXFtY21vN1JKVTcwbk5oaEtNZTZlK0tFT012
      dTN2Y0UK7mkCYnqNGCXK4SPu6szwki2ZUKNosVUvV9C5vzNKgJKYdzYlhdozLq8N
      pdDAT+MtkZQ=
      -----END AGE ENCRYPTED FILE-----
      """
    let content = try IdentityFile.unwrap(Array(file.utf8), passphrase: "wadi zaytun")
    #expect(String(decoding: content, as: UTF8.self) == "Sealed by age -p.\n")
  }
}
