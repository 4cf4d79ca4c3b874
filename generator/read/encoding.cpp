#include "read/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <utility>

#include "base/text.h"

namespace yokoten {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kSample = 1U << 16U;  // bytes

struct Named {
  std::string_view word;
  Encoding encoding;
};

constexpr std::array<Named, 12> kNames = {{{"utf-8", Encoding::utf8},
                                           {"cp932", Encoding::cp932},
                                           {"euc-jp", Encoding::euc_jp},
                                           {"utf-16", Encoding::utf16le},
                                           {"utf-16le", Encoding::utf16le},
                                           {"utf-16be", Encoding::utf16be},
                                           {"utf8", Encoding::utf8},
                                           {"windows-31j", Encoding::cp932},
                                           {"ms932", Encoding::cp932},
                                           {"shift_jis", Encoding::cp932},
                                           {"sjis", Encoding::cp932},
                                           {"eucjp", Encoding::euc_jp}}};

// ICU's names of the tables that map as Microsoft does (0x8160 is U+FF5E); the others are our own.
std::string converter_name(Encoding encoding) {
  if (encoding == Encoding::cp932) return "ibm-943_P15A-2003";
  if (encoding == Encoding::euc_jp) return "euc-jp-2007";
  return std::string(name_of(encoding));
}

std::string_view mark_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "\xef\xbb\xbf"sv;
    case Encoding::utf16le:
      return "\xff\xfe"sv;
    case Encoding::utf16be:
      return "\xfe\xff"sv;
    default:
      return {};
  }
}

void append_utf8(std::string& out, const UChar* units, int32_t count) {
  const std::size_t before = out.size();
  out.resize(before + static_cast<std::size_t>(count) * 3);
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8(out.data() + before, count * 3, &length, units, count, &status);
  out.resize(before + static_cast<std::size_t>(U_SUCCESS(status) ? length : 0));
}

// A buffer may end between the halves of a character outside of the basic plane.
bool is_lead(UChar unit) { return unit >= 0xD800 && unit <= 0xDBFF; }

// Decodes as far as it goes; whether that was to the end.
bool decode(std::string_view bytes, Encoding encoding, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(converter_name(encoding).c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return false;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::array<UChar, 16384> units;
  std::size_t held = 0;
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  do {
    UChar* filled = units.data() + held;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &filled, units.data() + units.size(), &at, end, nullptr, true,
                   &status);
    auto count = static_cast<std::size_t>(filled - units.data());
    held = count > 0 && status == U_BUFFER_OVERFLOW_ERROR && is_lead(units[count - 1]) ? 1 : 0;
    append_utf8(out, units.data(), static_cast<int32_t>(count - held));
    if (held > 0) units[0] = units[count - 1];
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return U_SUCCESS(status);
}

/// Bytes that are a comma, a tab or a line end, at the first or the second place of all pairs.
struct Separators {
  std::size_t all = 0;
  std::size_t wide = 0;  ///< beside a NUL: in 16 bits they are that

  void count(char byte, char other) {
    if (byte != ',' && byte != '\n' && byte != '\t') return;
    ++all;
    wide += other == '\0' ? 1 : 0;
  }

  /// Half of a letter may be such a byte (本 is 67 2C), but hardly ever at the other place. Of
  /// text in 8 bits with some NULs, separators stand at both, and few are beside one.
  bool are_of_16_bits(const Separators& other) const {
    constexpr std::size_t most_others = 4;
    return wide > other.all && wide * most_others >= all;
  }
};

// Separators in 16 bits show in either byte order. One NUL in a text of 8 bits is a slip.
std::optional<Encoding> utf16_by_nuls(std::string_view bytes) {
  if (bytes.size() % 2 != 0 || bytes.find('\0') == std::string_view::npos) return std::nullopt;
  Separators first, second;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    first.count(bytes[at], bytes[at + 1]);
    second.count(bytes[at + 1], bytes[at]);
  }
  if (first.are_of_16_bits(second)) return Encoding::utf16le;
  return second.are_of_16_bits(first) ? std::optional(Encoding::utf16be) : std::nullopt;
}

// How many of the characters that are not ASCII are half-width kana, which EUC-JP looks like when
// it is read as CP932.
double half_kana(std::string_view text) {
  std::size_t wide = 0, half = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0xC0) continue;
    const std::string_view letter = text.substr(at, 3);
    ++(letter >= "\uFF61"sv && letter <= "\uFF9F"sv ? half : wide);
  }
  return half + wide == 0 ? 0 : static_cast<double>(half) / static_cast<double>(half + wide);
}

// Whether UTF-8 it is but for a slip: its letters are many more than what is none. CP932 and EUC-JP
// have hardly a letter of it.
bool mostly_utf8(std::string_view bytes) {
  bytes = bytes.substr(0, kSample);
  std::size_t letters = 0, slips = 0;
  while (!bytes.empty()) {
    const auto wrong = first_invalid_utf8(bytes);
    const std::string_view good = bytes.substr(0, wrong.value_or(bytes.size()));
    letters += static_cast<std::size_t>(std::count_if(
        good.begin(), good.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
    slips += wrong ? 1 : 0;
    bytes.remove_prefix(std::min(good.size() + 1, bytes.size()));
  }
  return letters > 4 * slips;
}

Encoding japanese_encoding(std::string_view bytes) {
  const DecodedText cp932(bytes, Encoding::cp932), euc(bytes, Encoding::euc_jp);
  if (cp932.whole() != euc.whole()) return cp932.whole() ? Encoding::cp932 : Encoding::euc_jp;
  if (cp932.whole())
    return half_kana(cp932.text()) > half_kana(euc.text()) ? Encoding::euc_jp : Encoding::cp932;
  // Neither: the one that got further, if it has found a letter of Japanese by then.
  const bool further = cp932.text().size() >= euc.text().size();
  const std::string_view read = further ? cp932.text() : euc.text();
  const bool letters = std::any_of(read.begin(), read.end(),
                                   [](char c) { return static_cast<unsigned char>(c) >= 0xC0; });
  if (!letters) return Encoding::utf8;
  return further ? Encoding::cp932 : Encoding::euc_jp;
}

}  // namespace

std::optional<Encoding> encoding_named(std::string_view written) {
  const std::string word = lower_ascii(written);
  const auto at = std::find_if(kNames.begin(), kNames.end(),
                               [&](const Named& named) { return named.word == word; });
  return at == kNames.end() ? std::nullopt : std::optional(at->encoding);
}

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::cp932:
      return "CP932";
    case Encoding::euc_jp:
      return "EUC-JP";
    case Encoding::utf16le:
      return "UTF-16LE";
    case Encoding::utf16be:
      return "UTF-16BE";
    case Encoding::utf8:
      break;
  }
  return "UTF-8";
}

std::string word_of(Encoding encoding) {
  return std::string(std::find_if(kNames.begin(), kNames.end(), [&](const Named& named) {
                       return named.encoding == encoding && named.word != "utf-16";
                     })->word);
}

const std::vector<std::string>& encoding_words() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> all;
    for (const Named& named : kNames) all.emplace_back(named.word);
    return all;
  }();
  return words;
}

namespace {

std::optional<Encoding> marked_encoding(std::string_view bytes) {
  for (const Encoding encoding : {Encoding::utf8, Encoding::utf16le, Encoding::utf16be})
    if (bytes.starts_with(mark_of(encoding))) return encoding;
  return std::nullopt;
}

}  // namespace

std::optional<Encoding> settled_encoding(std::string_view bytes, std::optional<Encoding> declared) {
  if (!declared) return detected_encoding(bytes);
  const auto marked = marked_encoding(bytes);
  if (!marked || *marked == *declared) return declared;
  const bool either = declared == Encoding::utf16le && *marked == Encoding::utf16be;
  return either ? marked : std::nullopt;
}

Encoding detected_encoding(std::string_view bytes) {
  if (const auto marked = marked_encoding(bytes)) return *marked;
  if (const auto utf16 = utf16_by_nuls(bytes)) return *utf16;
  if (!first_invalid_utf8(bytes) || mostly_utf8(bytes)) return Encoding::utf8;
  return japanese_encoding(bytes);
}

std::optional<DecodedText> DecodedText::settled(std::string_view bytes,
                                                std::optional<Encoding> declared) {
  // Most files are UTF-8; to know it is to have gone through all of them once.
  if (!declared && !marked_encoding(bytes) && !utf16_by_nuls(bytes) && !first_invalid_utf8(bytes)) {
    DecodedText text;
    text.given_ = bytes;
    return text;
  }
  const auto encoding = settled_encoding(bytes, declared);
  return encoding ? std::optional(DecodedText(bytes, *encoding)) : std::nullopt;
}

DecodedText::DecodedText(std::string_view bytes, Encoding encoding) : encoding_(encoding) {
  const std::string_view mark = mark_of(encoding);
  marked_ = !mark.empty() && bytes.starts_with(mark);
  if (marked_) bytes.remove_prefix(mark.size());
  if (encoding == Encoding::utf8) {
    const auto wrong = first_invalid_utf8(bytes);
    whole_ = !wrong;
    given_ = bytes.substr(0, wrong.value_or(bytes.size()));
    return;
  }
  copied_ = true;
  own_.reserve(bytes.size() + bytes.size() / 2);
  whole_ = decode(bytes, encoding, own_);
}

std::size_t foreign_letter(std::string_view text, std::size_t from) {
  // U+E000 to U+F8FF: EE 80 80 to EF A3 BF. U+FFFD: EF BF BD.
  const std::size_t low = text.find('\xEE', from);
  for (std::size_t high = text.find('\xEF', from); high < low; high = text.find('\xEF', high + 1)) {
    if (static_cast<unsigned char>(text[high + 1]) <= 0xA3) return high;
    if (text[high + 1] == '\xBF' && text[high + 2] == '\xBD') return high;
  }
  return low;
}

}  // namespace yokoten
