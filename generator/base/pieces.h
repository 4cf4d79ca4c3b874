#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/disk.h"

namespace yokoten {

/// Takes the next bytes of a file; false where it could not, and no more are to come.
using TakePiece = std::function<bool(std::string_view)>;

/// Hands over the bytes of a file one after another, for what should not be held in memory. False
/// where some could not be had or taken.
using Pieces = std::function<bool(const TakePiece&)>;

/// How many bytes a piece is to have, about.
inline constexpr std::size_t piece_size = 1U << 18U;

/// The bytes between `begin` and `end` of the file.
bool hand_over(const DiskFile& file, std::uint64_t begin, std::uint64_t end, const TakePiece& take);

/// Those of the file at the path, which `disk` must outlive.
Pieces pieces_of(Disk& disk, std::string path);

}  // namespace yokoten
