#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace yokoten {

/// How Japanese words are read, by MeCab and its dictionary IPADIC. Good enough to find a text by,
/// not to print: of names that are read in a way of their own it knows nothing.
class WordReadings {
 public:
  WordReadings();
  ~WordReadings();
  WordReadings(const WordReadings&) = delete;
  WordReadings& operator=(const WordReadings&) = delete;

  /// Whether the dictionary is installed.
  bool is_there() const;
  /// The words of the text in katakana, separated by a blank; what has no reading as it stands.
  /// 利用申請率 is リヨウ シンセイ リツ. Empty without a dictionary.
  std::string of(std::string_view text) const;

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace yokoten
