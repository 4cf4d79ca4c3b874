#include "base/hash.h"

#include <openssl/evp.h>

#include <array>

namespace yokoten {
namespace {

std::string digest_of(const EVP_MD* kind, std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, kind, nullptr);
  return hexadecimal(std::span(digest).first(size));
}

// Looked up once: the library would look through its providers for each hash.
const EVP_MD* sha256_kind() {
  static const EVP_MD* const kind = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return kind == nullptr ? EVP_sha256() : kind;
}

}  // namespace

std::string hexadecimal(std::span<const unsigned char> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(2 * bytes.size(), '0');
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    text[2 * at] = digits[bytes[at] >> 4U];
    text[2 * at + 1] = digits[bytes[at] & 15U];
  }
  return text;
}

struct GrowingHash::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
};

GrowingHash::GrowingHash() : state_(std::make_unique<State>()) {
  EVP_DigestInit_ex(state_->context, sha256_kind(), nullptr);
}

GrowingHash::~GrowingHash() { EVP_MD_CTX_free(state_->context); }

void GrowingHash::add(std::string_view bytes) {
  EVP_DigestUpdate(state_->context, bytes.data(), bytes.size());
}

std::string GrowingHash::digits() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_DigestFinal_ex(state_->context, digest.data(), &size);
  return hexadecimal(std::span(digest).first(size));
}

std::string sha256(std::string_view bytes) { return digest_of(sha256_kind(), bytes); }

std::string hash_of(std::string_view kind, std::string_view bytes) {
  if (kind == "md5") return digest_of(EVP_md5(), bytes);
  if (kind == "sha1") return digest_of(EVP_sha1(), bytes);
  return kind == "sha256" ? sha256(bytes) : std::string();
}

}  // namespace yokoten
