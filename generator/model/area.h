#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace yokoten {

/// A union (広域連合 …) is no municipality: it has no page and no code, but sources name it.
enum class AreaLevel { nation, prefecture, municipality, municipal_union };

/// One area of `data/areas/`. Ids are positions in Areas and stay fixed during a run.
struct Area {
  std::string code;     ///< six digits with check digit; 000000 for 全国; empty for a union
  std::string name;     ///< official: 米子市
  std::string reading;  ///< hiragana
  std::string parted_reading;  ///< せと|うちし, where vowels of two words don't run together
  std::string own_romaji;      ///< Minami-Alps-shi, where it does not follow from the reading
  std::string kind;            ///< 国 都道府県 市 町 村 特別区 広域連合
  std::string county;          ///< 郡, empty for cities
  std::string short_name;      ///< prefectures: 鳥取
  std::string name_en;         ///< prefectures: Tottori
  std::string region;          ///< prefectures: 中国
  std::vector<std::string> members;  ///< of a union
  AreaLevel level = AreaLevel::municipality;
  bool designated_city = false;
  bool hard_to_read = false;  ///< pages give its reading
  std::string japanese;       ///< official name, where `name` is that in another language
  int parent = -1;  ///< id of the prefecture, of the nation for prefectures, -1 for the nation
  int column = 0, row = 0, narrow_column = 0, narrow_row = 0;  ///< tile grids, from 1
};

/// A municipality that became another one: `old_name` and `new_name` with their prefecture.
struct AreaChange {
  std::string date, kind, old_code, old_name, new_code, new_name;
  std::string old_reading;  ///< hiragana, of the old name without prefecture and city
  std::string english;      ///< the same name on English pages; empty elsewhere
};

/// A ward of a designated city: readers know it by name, but it has no page of its own.
struct Ward {
  std::string code, name, reading;
  int city = -1;           ///< id of its city
  std::string japanese{};  ///< as in Area
};

/// The official name in Japanese, whatever language `name` is in.
inline const std::string& japanese_name(const Area& area) {
  return area.japanese.empty() ? area.name : area.japanese;
}

/// All areas: the nation first, then 47 prefectures, then municipalities by code, unions last.
class Areas {
 public:
  static constexpr int none = -1;
  static constexpr int nation = 0;

  Areas();

  /// Adds an area and returns its id; children are to follow their parent.
  int add(Area area);
  /// `variant` is another spelling of area `id` that readers accept with a note.
  void add_variant(int id, std::string variant);

  void mark_hard_to_read(int id) { areas_[static_cast<std::size_t>(id)].hard_to_read = true; }

  void part_reading(int id, std::string parted) {
    areas_[static_cast<std::size_t>(id)].parted_reading = std::move(parted);
  }

  void spell(int id, std::string romaji) {
    areas_[static_cast<std::size_t>(id)].own_romaji = std::move(romaji);
  }

  /// Other names in place of those of area `id`; what looks for Japanese names still finds it.
  void rename(int id, Area named) { areas_[static_cast<std::size_t>(id)] = std::move(named); }
  void rename_wards(std::vector<Ward> named) { wards_ = std::move(named); }
  void rename_changes(std::vector<AreaChange> named) { changes_ = std::move(named); }

  void add_ward(Ward ward) { wards_.push_back(std::move(ward)); }

  void add_change(AreaChange change) { changes_.push_back(std::move(change)); }

  const Area& at(int id) const { return areas_[static_cast<std::size_t>(id)]; }
  int size() const { return static_cast<int>(areas_.size()); }
  std::span<const int> children(int id) const { return children_[static_cast<std::size_t>(id)]; }
  std::span<const int> prefectures() const { return children(nation); }
  std::vector<int> municipalities() const;  ///< of all prefectures, in their order

  /// Mergers, splits and renamings, as the hint for names that are no longer official.
  std::span<const AreaChange> changes() const { return changes_; }

  std::span<const Ward> wards() const { return wards_; }
  /// Other spellings of municipalities that are accepted with a note: area and spelling.
  std::span<const std::pair<int, std::string>> variants() const { return variants_; }

  int by_code(std::string_view code) const;
  /// The child of `parent` with exactly this official name, or none.
  int by_name(int parent, std::string_view name) const;
  /// The child of `parent` that this spelling is a known variant of, or none.
  int by_variant(int parent, std::string_view name) const;

  /// Address below the site: `` for the nation, `areas/31/`, `areas/31/312029/`.
  std::string path(int id) const;
  /// The two digits of the prefecture that `id` is or lies in; empty for the nation.
  std::string_view prefecture_number(int id) const;
  /// The prefecture of a municipality, the area itself for nation and prefectures.
  int prefecture_of(int id) const;
  bool has_page(int id) const;

 private:
  std::vector<Area> areas_;
  std::vector<std::vector<int>> children_;
  std::vector<AreaChange> changes_;
  std::vector<Ward> wards_;
  std::vector<std::pair<int, std::string>> variants_;
  std::unordered_map<std::string, int> by_code_;
  std::unordered_map<std::string, int> by_name_;     // parent id '/' name
  std::unordered_map<std::string, int> by_variant_;  // parent id '/' spelling
};

}  // namespace yokoten
