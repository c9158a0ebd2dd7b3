using System.Collections.Concurrent;

namespace Booking.Data;

/// <summary>The days that screens have lately shown, kept in memory. They are read again as soon as their mark in the database
/// is another, whoever has changed something on whichever node.</summary>
internal sealed class PagesMemory
{
    // About a kilobyte each: more than anybody pages through in a minute, and little beside what the site needs anyway.
    private const int MostVisits = 2000;

    private readonly ConcurrentDictionary<DiaryWish, (PageMark Mark, DiaryPages Pages)> _pages = new();

    /// <summary>What is kept under this mark, as it is at this moment; the same object for as long as nothing is another.</summary>
    public DiaryPages? Find(DiaryWish wish, PageMark mark, DateTime utcNow)
    {
        if (!_pages.TryGetValue(wish, out var known) || known.Mark != mark)
        {
            return null;
        }

        var pages = known.Pages.At(utcNow);
        return ReferenceEquals(pages, known.Pages) ? pages : Keep(wish, mark, pages);
    }

    /// <param name="mark">As it was before the pages were read: what changed in between has yet another at the next look.</param>
    public DiaryPages Keep(DiaryWish wish, PageMark mark, DiaryPages pages)
    {
        if (_pages.Values.Sum(kept => Weight(kept.Pages)) + Weight(pages) > MostVisits)
        {
            _pages.Clear();
        }

        _pages[wish] = (mark, pages);
        return pages;
    }

    // A day on which nobody comes weighs something too.
    private static int Weight(DiaryPages pages) => pages.Visits.Count + 10;
}
