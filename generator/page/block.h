#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/toml_reader.h"
#include "page/context.h"
#include "page/flow.h"

namespace yokoten {

/// An office that a block shows, for the search.
struct ListedOffice {
  std::string name;
  int area = Areas::none;  ///< that it is for
  std::string anchor;      ///< its id on the page
};

/// A fenced block whose options were read: rendered once for every page it stands on.
class Block {
 public:
  Block() = default;
  Block(const Block&) = delete;
  Block& operator=(const Block&) = delete;
  virtual ~Block() = default;

  /// HTML for the page; empty when there is nothing to say for its area.
  virtual std::string html(Context& context) const = 0;
  /// What of several things it shows (`service`), where the list of duties asks for one.
  virtual std::string shows() const { return {}; }
  /// Where it leads inside the site, wherever it stands.
  virtual std::vector<InternalLink> links() const { return {}; }
  /// The consultation centres that it shows on one page or another.
  virtual std::vector<ListedOffice> centres(const Book&) const { return {}; }
  /// Whether it is of those that draw charts, beside which files lie; and whether it does, as its
  /// options are.
  virtual bool may_draw() const { return false; }
  virtual bool draws() const { return may_draw(); }

  /// What lies beside its charts (`csv`, `svg`, `spec`), where it says so itself.
  const std::optional<std::vector<std::string>>& files() const { return files_; }
  void set_files(std::vector<std::string> files) { files_ = std::move(files); }

 private:
  std::optional<std::vector<std::string>> files_;
};

/// Reads a block's options. Every word that no reader asks for is an error with its place.
class Options {
 public:
  /// `record`: keeps every key that is asked for; may be nullptr.
  Options(const Book& book, const TomlNode& table, Each each, Findings& findings,
          AskedKeys* record = nullptr, std::string inside = {})
      : book_(book), reader_(table, findings, record, std::move(inside)), each_(each) {}
  /// The options of a table that stands under `key`, or is one of the list there.
  Options inside(std::string_view key, const TomlNode& table) {
    return {book_, table, each_, findings(), reader_.record(), std::string(key)};
  }

  TomlReader& toml() { return reader_; }
  const Book& book() const { return book_; }
  Findings& findings() { return reader_.findings(); }

  /// The indicator named under `key`; -1 when the key is absent (on indicator pages that means the
  /// page's own) or names none, which is reported.
  int indicator(std::string_view key = "indicator");
  /// The same, but the key must be there unless the page is an indicator's.
  int required_indicator(std::string_view key = "indicator");
  std::vector<int> indicators(std::string_view key = "indicators");
  std::vector<int> sources(std::string_view key = "sources");
  int source(std::string_view key = "source");
  /// One line of Markdown with placeholders. `subject`: bare fields are understood.
  Text line(std::string_view key, bool subject);
  /// Plain text with placeholders, for titles and labels.
  Text plain(std::string_view key, bool subject);
  /// Texts of a list, each one line of Markdown.
  Text line_of(const std::string& text, const Place& place, bool subject);
  std::optional<double> decimal(std::string_view key);
  /// One of `words`; the first when the key is absent.
  std::string word(std::string_view key, std::initializer_list<std::string_view> words);
  /// Some of `words`, from a list.
  std::vector<std::string> words(std::string_view key,
                                 std::initializer_list<std::string_view> words) {
    return reader_.choices(key, words);
  }
  /// Where the text under `key` begins: behind its quotes, or on the next line where the block goes
  /// on there.
  Place text_start(std::string_view key) const;
  void set_written(const BlockText* written) { written_ = written; }
  /// What the page is made once for.
  Each each() const { return each_; }
  bool on_indicator_page() const { return each_ == Each::indicator; }

 private:
  int known_indicator(const std::string& id, const Place& place);
  int known_source(const std::string& id, const Place& place);

  const Book& book_;
  TomlReader reader_;
  Each each_;
  const BlockText* written_ = nullptr;  ///< what is read, if it is a block of a page
};

using MakeBlock = std::unique_ptr<Block> (*)(Options&);

/// The maker of the block of this name; nullptr when there is none.
MakeBlock maker_of(const std::string& name);
std::vector<std::string> block_names();

/// Reads the block's options; nullptr (with findings) when it can't stand. `record` keeps the keys
/// that it asked for; may be nullptr.
std::unique_ptr<Block> compiled_block(const Book& book, const BlockText& text, Each each,
                                      Findings& findings, AskedKeys* record = nullptr);

}  // namespace yokoten
