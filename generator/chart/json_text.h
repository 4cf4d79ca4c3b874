#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace yokoten {

/// The name of a member or a text among the values of JSON. Charts have them by the million: short
/// ones stand in the object, words of the program where the program has them, and one is moved by
/// copying its bytes.
class JsonText {
 public:
  JsonText() = default;
  JsonText(std::string_view text) {
    if (text.size() > kNear) {
      put_far(Kind::own, copied(text));
    } else {
      std::copy(text.begin(), text.end(), bytes_.begin());
      bytes_.back() = static_cast<char>(text.size());
    }
  }
  /// A text that stands as long as the program runs: it is not copied.
  static JsonText standing(std::string_view text) {
    JsonText made;
    made.put_far(Kind::standing, text);
    return made;
  }

  JsonText(const JsonText& other) : bytes_(other.bytes_) {
    if (kind() == Kind::own) put_far(Kind::own, copied(other.far()));
  }
  JsonText(JsonText&& other) noexcept : bytes_(other.bytes_) { other.bytes_.back() = 0; }
  JsonText& operator=(JsonText other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  ~JsonText() {
    if (kind() == Kind::own) delete[] far().data();
  }

  std::string_view view() const {
    const auto size = static_cast<std::size_t>(bytes_.back());
    return size <= kNear ? std::string_view(bytes_.data(), size) : far();
  }
  operator std::string_view() const { return view(); }

  /// Whether it is a word of the program.
  bool stands() const { return kind() == Kind::standing; }

  bool operator==(const JsonText& other) const { return view() == other.view(); }
  bool operator==(std::string_view text) const { return view() == text; }

 private:
  static constexpr std::size_t kNear = 23;  ///< letters that stand in the object
  enum class Kind : char { standing = kNear + 1, own };

  static std::string_view copied(std::string_view text) {
    char* const letters = new char[text.size()];
    std::copy(text.begin(), text.end(), letters);
    return {letters, text.size()};
  }

  Kind kind() const { return Kind{bytes_.back()}; }  ///< one that is not named: near
  std::string_view far() const {
    std::string_view text;
    std::memcpy(&text, bytes_.data(), sizeof text);
    return text;
  }
  void put_far(Kind kind, std::string_view text) {
    std::memcpy(bytes_.data(), &text, sizeof text);
    bytes_.back() = static_cast<char>(kind);
  }

  std::array<char, kNear + 1> bytes_{};  ///< the letters and how many, or where they are and a kind
};

}  // namespace yokoten
