#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "model/finding.h"
#include "model/period.h"
#include "model/toml_node.h"

namespace yokoten {

/// A key that a reader has asked for, and the words of which one has to stand there, if it is so.
struct AskedKey {
  std::string table;  ///< key of the table inside which it stands; empty for the outermost
  std::string key;
  std::vector<std::string> words{};
};
using AskedKeys = std::vector<AskedKey>;

/// Reads one table strictly: a key that was not asked for when the reader ends is `toml.unknown`, a
/// value of another type `toml.type`, a required key that is not there `toml.missing`.
class TomlReader {
 public:
  using Pairs = std::vector<std::pair<std::string, std::string>>;

  /// `record`: keeps what is asked for, under the name `inside`; may be nullptr.
  TomlReader(const TomlNode& table, Findings& findings, AskedKeys* record = nullptr,
             std::string inside = {});
  ~TomlReader();
  TomlReader(const TomlReader&) = delete;
  TomlReader& operator=(const TomlReader&) = delete;

  /// The value under `key` whatever its type, nullptr when it is not there.
  const TomlNode* take(std::string_view key);
  /// The same where it must be of one type.
  const TomlNode* take(std::string_view key, TomlNode::Kind kind);
  /// The items of a list or a table, none when it is not there.
  const std::vector<TomlNode>& items(std::string_view key, TomlNode::Kind kind);
  /// Reports `key` when it is not there.
  TomlReader& require(std::string_view key);

  std::string text(std::string_view key);           ///< empty when it is not there
  std::string required_text(std::string_view key);  ///< an empty text is reported too
  bool truth(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key, std::int64_t low, std::int64_t high);
  std::optional<Decimal> number(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  Pairs pairs(std::string_view key);  ///< a table of texts, in order
  /// A date or a month as text, empty when it is not there.
  std::string moment(std::string_view key);
  /// The position of the text in `words`, which are all that may stand there.
  std::optional<std::size_t> choice(std::string_view key,
                                    std::initializer_list<std::string_view> words);

  /// The texts of a list, each of which is one of `words`; others are reported and left out.
  std::vector<std::string> choices(std::string_view key,
                                   std::initializer_list<std::string_view> words);

  /// Where the value stands, or the table when there is none.
  Place place(std::string_view key) const;
  const Place& place() const { return table_.place; }
  Findings& findings() { return findings_; }
  AskedKeys* record() const { return record_; }

 private:
  void note_words(std::string_view key, std::initializer_list<std::string_view> words);
  bool is_word(const TomlNode& node, std::string_view key,
               std::initializer_list<std::string_view> words);

  const TomlNode& table_;
  Findings& findings_;
  std::vector<std::string> asked_;
  AskedKeys* record_;
  std::string inside_;
};

void report_type(Findings& findings, const TomlNode& node, const Message& wanted);

/// The text of an item of a list; reports another type and gives an empty one.
std::string item_text(const TomlNode& node, Findings& findings);

/// The period that a text or a date names; empty when it is none.
std::optional<Period> node_period(const TomlNode& node);

}  // namespace yokoten
