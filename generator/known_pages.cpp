#include "known_pages.h"

#include <cstring>
#include <type_traits>

#include "base/hash.h"

namespace yokoten {
namespace {

constexpr std::string_view kind = "yokoten pages 5\n";
constexpr std::size_t hash_size = 64;

/// Writes numbers as the machine holds them.
class Writer {
 public:
  std::string bytes{kind};

  template <typename Number>
  requires std::is_trivially_copyable_v<Number>
  void add(Number number) { bytes.append(reinterpret_cast<const char*>(&number), sizeof number); }
  void add(const std::string& text) {
    add(text.size());
    bytes += text;
  }
  template <typename One>
  void add(const std::vector<One>& all) {
    add(all.size());
    if constexpr (std::is_trivially_copyable_v<One>)
      bytes.append(reinterpret_cast<const char*>(all.data()), all.size() * sizeof(One));
    else
      for (const One& each : all) add(each);
  }
};

/// Reads what Writer wrote; what is missing is 0 and makes it unsound.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  bool is_sound() const { return good_; }
  bool is_at_end() const { return good_ && rest_.empty(); }

  template <typename Number>
  requires std::is_trivially_copyable_v<Number>
  void take(Number& number) {
    good_ = good_ && rest_.size() >= sizeof number;
    if (!good_) return;
    std::memcpy(&number, rest_.data(), sizeof number);
    rest_.remove_prefix(sizeof number);
  }
  void take(std::string& text) {
    text = rest_.substr(0, size(1));
    rest_.remove_prefix(text.size());
  }
  template <typename One>
  void take(std::vector<One>& all) {
    if constexpr (std::is_trivially_copyable_v<One>) {
      all.resize(size(sizeof(One)));
      if (!all.empty()) std::memcpy(all.data(), rest_.data(), all.size() * sizeof(One));
      rest_.remove_prefix(all.size() * sizeof(One));
    } else {
      all.resize(size(1));
      for (One& each : all) take(each);
    }
  }

 private:
  // How many follow that take so many bytes at least.
  std::size_t size(std::size_t each) {
    std::size_t count = 0;
    take(count);
    good_ = good_ && count <= rest_.size() / each;
    return good_ ? count : 0;
  }

  std::string_view rest_;
  bool good_ = true;
};

using RankMarks = decltype(FigureMarks::ranks);

// In one order, for writing and reading.
template <typename Known, typename Each>
void go_through(Known& page, const Each& each) {
  each(page.files);
  each(page.reads.series);
  each(page.reads.exact);
  each(page.reads.comparisons);
  each(page.reads.ranks);
  each(page.reads.lists);
  each(page.reads.sources);
  each(page.reads.findings);
  each(page.reads.releases);
  each(page.reads.more);
}

template <typename Marks, typename Each>
void go_through_marks(Marks& marks, const Each& each) {
  each(marks.rest);
  each(marks.exact);
  each(marks.shown);
  each(marks.lists);
  each(marks.sources);
  each(marks.findings);
  each(marks.releases);
}

void add_ranks(Writer& writer, const RankMarks& ranks) {
  writer.add(ranks.size());
  for (const auto& [table, marks] : ranks) {
    writer.add(table.first);
    writer.add(table.second);
    writer.add(marks);
  }
}

void take_ranks(Reader& reader, RankMarks& ranks) {
  std::size_t count = 0;
  reader.take(count);
  for (std::size_t at = 0; at < count && reader.is_sound(); ++at) {
    std::pair<std::int32_t, std::int32_t> table;
    reader.take(table.first);
    reader.take(table.second);
    reader.take(ranks[table]);
  }
}

}  // namespace

std::string packed_pages(const KnownPages& known) {
  Writer writer;
  go_through_marks(known.marks, [&](const auto& each) { writer.add(each); });
  add_ranks(writer, known.marks.ranks);
  writer.add(known.pages.size());
  for (const KnownPage& page : known.pages)
    go_through(page, [&](const auto& each) { writer.add(each); });
  writer.bytes += sha256(writer.bytes);
  return std::move(writer.bytes);
}

std::optional<KnownPages> read_known_pages(std::string_view bytes) {
  if (!bytes.starts_with(kind) || bytes.size() < kind.size() + 2 * hash_size) return std::nullopt;
  const std::string_view site = bytes.substr(bytes.size() - hash_size);
  bytes.remove_suffix(hash_size);
  const std::string_view hash = bytes.substr(bytes.size() - hash_size);
  bytes.remove_suffix(hash_size);
  if (sha256(bytes) != hash) return std::nullopt;
  Reader reader(bytes.substr(kind.size()));
  KnownPages known{std::string(site), {}, {}};
  go_through_marks(known.marks, [&](auto& each) { reader.take(each); });
  take_ranks(reader, known.marks.ranks);
  std::size_t pages = 0;
  reader.take(pages);
  for (std::size_t at = 0; at < pages && reader.is_sound(); ++at)
    go_through(known.pages.emplace_back(), [&](auto& each) { reader.take(each); });
  return reader.is_at_end() ? std::optional(std::move(known)) : std::nullopt;
}

}  // namespace yokoten
