#include "known_pages.h"

#include <tuple>
#include <type_traits>

#include "base/hash.h"
#include "base/packed_bytes.h"

namespace yokoten {
namespace {

constexpr std::string_view kind = "yokoten pages 6\n";
constexpr std::size_t hash_size = 64;

// What each is made of, in one order for packing and unpacking.
template <typename One>
auto members(One& one) {
  using Kind = std::remove_const_t<One>;
  if constexpr (std::is_same_v<Kind, ReadSeries>)
    return std::tie(one.indicator, one.area);
  else if constexpr (std::is_same_v<Kind, ReadRank>)
    return std::tie(one.indicator, one.period, one.area);
  else if constexpr (std::is_same_v<Kind, ReadList>)
    return std::tie(one.indicator, one.level, one.inside);
  else if constexpr (std::is_same_v<Kind, ReadFigure>)
    return std::tie(one.indicator, one.area, one.period, one.breakdown);
  else if constexpr (std::is_same_v<Kind, ReadComparison>)
    return std::tie(one.one, one.other, one.kind, one.places, one.result);
  else if constexpr (std::is_same_v<Kind, KnownPage>)
    return std::tie(one.files, one.reads.series, one.reads.exact, one.reads.comparisons,
                    one.reads.ranks, one.reads.lists, one.reads.sources, one.reads.findings,
                    one.reads.releases, one.reads.more);
}

template <typename One>
constexpr bool is_number = std::is_integral_v<One> || std::is_enum_v<One>;

// Of what is made of others, the others; of lists how many first.
template <typename One>
void put(PackedWriter& writer, const One& one) {
  if constexpr (is_number<One>) {
    writer.add(static_cast<std::int64_t>(one));
  } else if constexpr (std::is_same_v<One, std::string>) {
    writer.add(one);
  } else if constexpr (requires { one.size(); }) {
    put(writer, one.size());
    for (const auto& each : one) put(writer, each);
  } else {
    std::apply([&](const auto&... each) { (put(writer, each), ...); }, members(one));
  }
}

template <typename One>
void take(PackedReader& reader, One& one) {
  if constexpr (is_number<One>) {
    one = static_cast<One>(reader.number());
  } else if constexpr (std::is_same_v<One, std::string>) {
    one = reader.text();
  } else if constexpr (requires { one.size(); }) {
    one.resize(reader.count(1));
    for (auto& each : one) take(reader, each);
  } else {
    std::apply([&](auto&... each) { (take(reader, each), ...); }, members(one));
  }
}

void put_marks(PackedWriter& writer, const FigureMarks& marks) {
  writer.add(marks.rest);
  writer.add(marks.releases);
  for (const auto* each :
       {&marks.exact, &marks.shown, &marks.lists, &marks.sources, &marks.findings})
    writer.add(*each);
  put(writer, marks.ranks.size());
  for (const auto& [table, ranks] : marks.ranks) {
    put(writer, table.first);
    put(writer, table.second);
    writer.add(ranks);
  }
}

void take_marks(PackedReader& reader, FigureMarks& marks) {
  marks.rest = reader.text();
  marks.releases = reader.text();
  for (auto* each : {&marks.exact, &marks.shown, &marks.lists, &marks.sources, &marks.findings})
    *each = reader.numbers();
  for (std::size_t count = reader.count(3); count > 0; --count) {
    std::pair<std::int32_t, std::int32_t> table;
    take(reader, table.first);
    take(reader, table.second);
    marks.ranks[table] = reader.numbers();
  }
}

}  // namespace

std::string packed_page(const KnownPage& page) {
  PackedWriter writer;
  put(writer, page);
  return std::move(writer.bytes);
}

KnownPage unpacked_page(std::string_view bytes) {
  PackedReader reader(bytes);
  KnownPage page;
  take(reader, page);
  return page;
}

bool hand_over_pages(const FigureMarks& marks, std::vector<std::string> pages,
                     const std::string& site, const TakePiece& take) {
  GrowingHash hash;
  PackedWriter writer;
  const auto end_piece = [&] {
    hash.add(writer.bytes);
    const bool is_taken = take(writer.bytes);
    writer.bytes.clear();
    return is_taken;
  };
  writer.bytes = kind;
  put_marks(writer, marks);
  put(writer, pages.size());
  for (std::string& each : pages) {
    put(writer, each);
    std::string().swap(each);
    if (writer.bytes.size() >= piece_size && !end_piece()) return false;
  }
  return end_piece() && take(hash.digits() + site);
}

std::optional<KnownPages> read_known_pages(std::string_view bytes) {
  if (!bytes.starts_with(kind) || bytes.size() < kind.size() + 2 * hash_size) return std::nullopt;
  const std::string_view site = bytes.substr(bytes.size() - hash_size);
  bytes.remove_suffix(hash_size);
  const std::string_view hash = bytes.substr(bytes.size() - hash_size);
  bytes.remove_suffix(hash_size);
  if (sha256(bytes) != hash) return std::nullopt;
  PackedReader reader(bytes.substr(kind.size()));
  KnownPages known{std::string(site), {}, {}};
  take_marks(reader, known.marks);
  known.pages.resize(reader.count(1));
  for (std::string_view& each : known.pages) each = reader.text();
  return reader.is_at_end() ? std::optional(std::move(known)) : std::nullopt;
}

}  // namespace yokoten
