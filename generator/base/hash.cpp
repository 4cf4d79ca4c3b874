#include "base/hash.h"

#include <openssl/evp.h>

#include <array>

namespace yokoten {
namespace {

std::string digest_of(const EVP_MD* kind, std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, kind, nullptr);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (unsigned int at = 0; at < size; ++at) {
    text += digits[digest[at] >> 4U];
    text += digits[digest[at] & 15U];
  }
  return text;
}

}  // namespace

std::string sha256(std::string_view bytes) { return digest_of(EVP_sha256(), bytes); }

std::string hash_of(std::string_view kind, std::string_view bytes) {
  if (kind == "md5") return digest_of(EVP_md5(), bytes);
  if (kind == "sha1") return digest_of(EVP_sha1(), bytes);
  return kind == "sha256" ? sha256(bytes) : std::string();
}

}  // namespace yokoten
