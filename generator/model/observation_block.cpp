#include "model/observation_block.h"

#include <algorithm>
#include <tuple>
#include <type_traits>
#include <utility>

namespace yokoten {
namespace {

/// How a member is read and written as a whole number.
template <auto member>
struct Whole {
  static std::int64_t of(const Observation& seen) {
    return static_cast<std::int64_t>(seen.*member);
  }
  static void put(std::int64_t number, Observation& into) {
    into.*member = static_cast<std::remove_reference_t<decltype(into.*member)>>(number);
  }
};

template <auto member>
struct Digits {
  static std::int64_t of(const Observation& seen) {
    return (seen.*member).unnoted().kept_mantissa();
  }
  static void put(std::int64_t number, Observation& into) { (into.*member).keep_mantissa(number); }
};

template <auto member>
struct Places {
  static std::int64_t of(const Observation& seen) { return (seen.*member).unnoted().kept_scale(); }
  static void put(std::int64_t number, Observation& into) {
    (into.*member).keep_scale(static_cast<std::int8_t>(number));
  }
};

template <auto origin, auto member>
struct Part {
  static std::int64_t of(const Observation& seen) { return seen.*origin.*member; }
  static void put(std::int64_t number, Observation& into) {
    into.*origin.*member =
        static_cast<std::remove_reference_t<decltype(into.*origin.*member)>>(number);
  }
};

template <auto number>
using Number = std::tuple<Digits<number>, Places<number>>;
template <auto origin>
using Cell = std::tuple<Part<origin, &Origin::source>, Part<origin, &Origin::column>,
                        Part<origin, &Origin::row>>;

// Area, period and breakdown come first, as they are asked for alone.
using All = decltype(std::tuple_cat(
    std::tuple<Whole<&Observation::area>, Whole<&Observation::period>,
               Whole<&Observation::breakdown>, Whole<&Observation::indicator>>(),
    Number<&Observation::numerator>(), Number<&Observation::denominator>(),
    Number<&Observation::value>(), Number<&Observation::lower>(), Number<&Observation::upper>(),
    std::tuple<Whole<&Observation::flags>, Whole<&Observation::missing>,
               Whole<&Observation::kept_in>, Whole<&Observation::source>>(),
    Cell<&Observation::numerator_origin>(), Cell<&Observation::denominator_origin>()));

using Numbers = std::array<std::int64_t, ObservationBlock::size>;

std::int64_t sum(std::int64_t least, std::uint64_t difference) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(least) + difference);
}

}  // namespace

/// Goes over all members, each at its place among them.
struct ObservationBlock::Members {
  static constexpr std::size_t count = std::tuple_size_v<All>;
  static_assert(count <= most_members);

  template <typename Visit>
  static void visit(const Visit& visit) {
    [&]<std::size_t... each>(std::index_sequence<each...>) {
      (visit(std::tuple_element_t<each, All>(), each), ...);
    }
    (std::make_index_sequence<count>());
  }
};

ObservationBlock::ObservationBlock(std::span<const Observation, size> observations) {
  Numbers numbers;
  Members::visit([&]<typename Member>(Member, std::size_t number) {
    std::ranges::transform(observations, numbers.begin(), Member::of);
    const packed_bits::Extent extent = packed_bits::extent_of(numbers);
    Member::put(extent.least, least_);
    bits_[number] = static_cast<std::uint8_t>(extent.bits);
    const std::size_t begin = columns_.size();
    columns_.resize(begin + packed_bits::bytes_of(extent.bits) + packed_bits::room_behind);
    packed_bits::pack(numbers, extent, columns_.data() + begin);
    columns_.resize(begin + packed_bits::bytes_of(extent.bits));
  });
  columns_.resize(columns_.size() + packed_bits::room_behind);
  columns_.shrink_to_fit();
}

Observation ObservationBlock::operator[](std::size_t at) const {
  Observation seen = least_;
  const unsigned char* column = columns_.data();
  Members::visit([&]<typename Member>(Member, std::size_t number) {
    const unsigned bits = bits_[number];
    if (bits == 0) return;
    const std::uint64_t mask = packed_bits::mask_of(bits);
    const std::uint64_t difference = packed_bits::difference_at(column, bits, mask, at);
    Member::put(sum(Member::of(least_), difference), seen);
    column += packed_bits::bytes_of(bits);
  });
  return seen;
}

void ObservationBlock::unpack(std::vector<Observation>& into) const {
  into.assign(size, least_);
  const unsigned char* column = columns_.data();
  Numbers numbers;
  Members::visit([&]<typename Member>(Member, std::size_t number) {
    const unsigned bits = bits_[number];
    if (bits == 0) return;
    packed_bits::unpack(column, {Member::of(least_), bits}, numbers);
    for (std::size_t at = 0; at < size; ++at) Member::put(numbers[at], into[at]);
    column += packed_bits::bytes_of(bits);
  });
}

int ObservationBlock::difference(std::size_t member, std::size_t at) const {
  const unsigned bits = bits_[member];
  if (bits == 0) return 0;
  std::size_t begin = 0;
  for (std::size_t each = 0; each < member; ++each) begin += packed_bits::bytes_of(bits_[each]);
  return static_cast<int>(
      packed_bits::difference_at(columns_.data() + begin, bits, packed_bits::mask_of(bits), at));
}

}  // namespace yokoten
