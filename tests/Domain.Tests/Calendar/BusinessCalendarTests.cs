namespace CxoneAssist.Domain.Tests.Calendar;

internal sealed class BusinessCalendarTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.Utc;
    private static readonly Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>> NoWeek = [];
    private static readonly Dictionary<DateOnly, IReadOnlyList<OpeningHours>> NoSpecial = [];

    // 2026-12-21 is a Monday.
    [TestCase("09:00-12:00 12:00-18:00", "", "")]
    [TestCase("18:00-24:00", "00:00-06:00", "")]
    [TestCase("22:00-06:00", "06:00-12:00", "")]
    [TestCase("09:00-12:00 11:59-18:00", "", "Monday 09:00-12:00 overlaps Monday 11:59-18:00")]
    [TestCase("11:59-18:00 09:00-12:00", "", "Monday 09:00-12:00 overlaps Monday 11:59-18:00")]
    [TestCase("09:00-12:00 09:00-12:00", "", "Monday 09:00-12:00 overlaps Monday 09:00-12:00")]
    [TestCase("22:00-06:00", "05:59-12:00", "Monday 22:00-06:00 overlaps Tuesday 05:59-12:00")]
    [TestCase("22:00-06:00 23:00-23:30", "", "Monday 22:00-06:00 overlaps Monday 23:00-23:30")]
    [TestCase("22:00-06:00", "00:00-24:00", "Monday 22:00-06:00 overlaps Tuesday 00:00-24:00")]
    [TestCase("09:00-12:00 11:00-14:00 13:00-15:00", "",
        "Monday 09:00-12:00 overlaps Monday 11:00-14:00; Monday 11:00-14:00 overlaps Monday 13:00-15:00")]
    public void FindOverlaps_InTheWeek_NamesBoth(string monday, string tuesday, string found) =>
        AssertOverlaps(new Opening { Week = { [DayOfWeek.Monday] = monday, [DayOfWeek.Tuesday] = tuesday } }, found);

    [Test]
    public void FindOverlaps_FromSaturdayToSunday_AreSeen() => AssertOverlaps(
        new Opening { Week = { [DayOfWeek.Saturday] = "22:00-06:00", [DayOfWeek.Sunday] = "05:00-12:00" } },
        "Saturday 22:00-06:00 overlaps Sunday 05:00-12:00");

    [TestCase("2026-12-22", "05:00-12:00", "Monday 22:00-06:00 overlaps 2026-12-22 05:00-12:00")]
    [TestCase("2026-12-22", "06:00-12:00", "")]
    [TestCase("2026-12-20", "23:00-12:30", "2026-12-20 23:00-12:30 overlaps Monday 12:00-13:00")]
    [TestCase("2026-12-22", "06:00-08:00 07:00-09:00", "2026-12-22 06:00-08:00 overlaps 2026-12-22 07:00-09:00")]
    [TestCase("2026-12-21", "09:00-23:00", "")]
    public void FindOverlaps_OfSpecialDates_AreWithWhatTheirNeighboursHave(string date, string hours, string found) => AssertOverlaps(
        new Opening { Week = { [DayOfWeek.Monday] = "12:00-13:00 22:00-06:00" }, Special = { [date] = hours } }, found);

    [Test]
    public void FindOverlaps_OfTwoSpecialDatesInARow_AreNamedOnce() => AssertOverlaps(
        new Opening { Special = { ["2026-12-21"] = "22:00-06:00", ["2026-12-22"] = "05:00-07:00", ["2026-12-23"] = "" } },
        "2026-12-21 22:00-06:00 overlaps 2026-12-22 05:00-07:00");

    [Test]
    public void FindOverlaps_WithAHoliday_AreNone([Values("2026-12-21", "2026-12-22")] string holiday) => AssertOverlaps(
        new Opening { Week = { [DayOfWeek.Monday] = "22:00-06:00" }, Special = { ["2026-12-22"] = "05:00-07:00" }, Holidays = [holiday] }, "");

    [Test]
    public void FindOverlaps_AtTheEndsOfTheCalendar_LooksNoFurther() => AssertOverlaps(
        new Opening { Special = { ["0001-01-01"] = "22:00-06:00", ["9999-12-31"] = "22:00-06:00" } }, "");

    [Test]
    public void FindOverlaps_OnTheFirstAndTheLastDate_NamesThem([Values("0001-01-01", "9999-12-31")] string date) => AssertOverlaps(
        new Opening { Special = { [date] = "05:00-07:00 06:00-08:00" } }, $"{date} 05:00-07:00 overlaps {date} 06:00-08:00");

    [Test]
    public void Constructor_OverlapInTheWeek_IsRefusedWithBothNamed() => Assert.That(
        () => Opening.Daily("09:00-12:00 11:00-13:00").Calendar(),
        Throws.ArgumentException.With.Property(nameof(ArgumentException.ParamName)).EqualTo("week")
            .And.Message.StartsWith("Sunday 09:00-12:00 overlaps Sunday 11:00-13:00: opening hours must not overlap."));

    [Test]
    public void Constructor_OverlapOfASpecialDate_IsRefused() => Assert.That(
        () => new Opening { Special = { ["2026-12-22"] = "05:00-07:00 06:00-08:00" } }.Calendar(),
        Throws.ArgumentException.With.Property(nameof(ArgumentException.ParamName)).EqualTo("special"));

    [Test]
    public void Constructor_HoursNeverMade_AreRefused()
    {
        IReadOnlyList<OpeningHours> hours = [default];
        Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>> week = new() { [DayOfWeek.Monday] = hours };
        Dictionary<DateOnly, IReadOnlyList<OpeningHours>> special = new() { [default] = hours };

        Assert.That(() => new BusinessCalendar(Zone, week, [], NoSpecial), Refused());
        Assert.That(() => new BusinessCalendar(Zone, NoWeek, [], special), Refused());

        static NUnit.Framework.Constraints.Constraint Refused() => Throws.ArgumentException.With.Message.Contains("made or read");
    }

    [Test]
    public void Constructor_NothingGiven_IsRefused()
    {
        Assert.That(() => new BusinessCalendar(null!, NoWeek, [], NoSpecial), Throws.ArgumentNullException);
        Assert.That(() => new BusinessCalendar(Zone, null!, [], NoSpecial), Throws.ArgumentNullException);
        Assert.That(() => new BusinessCalendar(Zone, NoWeek, null!, NoSpecial), Throws.ArgumentNullException);
        Assert.That(() => new BusinessCalendar(Zone, NoWeek, [], null!), Throws.ArgumentNullException);
    }

    [Test]
    public void Constructor_ListsChangedAfterwards_LeaveTheCalendarAsItWas()
    {
        List<OpeningHours> hours = [new(600, 660)];
        Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>> week = new() { [DayOfWeek.Monday] = hours };
        List<DateOnly> holidays = [];
        var calendar = new BusinessCalendar(Zone, week, holidays, NoSpecial);

        hours.Add(new(630, 700));
        week[DayOfWeek.Tuesday] = hours;
        holidays.Add(Opening.Date("2026-12-21"));

        Assert.That(calendar.HoursOn(Opening.Date("2026-12-21")), Is.EqualTo(Opening.Hours("10:00-11:00")));
        Assert.That(calendar.Week.Keys, Is.EqualTo([DayOfWeek.Monday]));
    }

    [Test]
    public void Calendar_GivenInAnyOrder_IsInOrder()
    {
        var calendar = (Opening.Shop with
        {
            Week = new() { [DayOfWeek.Friday] = "", [DayOfWeek.Monday] = "13:00-14:00 09:00-10:00" },
            Holidays = ["2026-12-26", "2026-12-25"],
            Special = new() { ["2027-01-01"] = "", ["2026-12-24"] = "11:00-12:00 09:00-10:00" },
        }).Calendar();

        Assert.That(calendar.Zone.Id, Is.EqualTo("Europe/Berlin"));
        Assert.That(calendar.Week.Keys, Is.EqualTo([DayOfWeek.Monday, DayOfWeek.Friday]));
        Assert.That(calendar.Week[DayOfWeek.Monday], Is.EqualTo(Opening.Hours("09:00-10:00 13:00-14:00")));
        Assert.That(calendar.Holidays, Is.EqualTo([Opening.Date("2026-12-25"), Opening.Date("2026-12-26")]));
        Assert.That(calendar.Special.Keys, Is.EqualTo([Opening.Date("2026-12-24"), Opening.Date("2027-01-01")]));
        Assert.That(calendar.Special[Opening.Date("2026-12-24")], Is.EqualTo(Opening.Hours("09:00-10:00 11:00-12:00")));
    }

    [TestCase("2026-12-21", "09:00-12:30 13:30-18:00")]
    [TestCase("2026-12-18", "09:00-15:00")]
    [TestCase("2026-12-20", "")]
    [TestCase("2026-12-24", "09:00-12:00")]
    [TestCase("2026-12-25", "")]
    [TestCase("0001-01-01", "09:00-12:30 13:30-18:00")]
    [TestCase("9999-12-31", "09:00-15:00")]
    public void HoursOn_Date_AreThoseOfTheHolidayTheSpecialDateOrTheWeek(string date, string hours) =>
        Assert.That(Opening.Shop.Calendar().HoursOn(Opening.Date(date)), Is.EqualTo(Opening.Hours(hours)));

    [Test]
    public void HoursOn_HolidayThatIsASpecialDateToo_AreNone() => Assert.That(
        (Opening.Shop with { Holidays = ["2026-12-24"] }).Calendar().HoursOn(Opening.Date("2026-12-24")), Is.Empty);

    [Test]
    public void NextOpening_OpenAlready_IsThatInstantInUtc()
    {
        var open = new DateTimeOffset(2026, 12, 21, 10, 0, 1, TimeSpan.FromHours(1));

        Assert.That(Opening.Shop.Calendar().NextOpening(open).EqualsExact(open.ToUniversalTime()), Is.True);
        Assert.That(Opening.Shop.Calendar().NextOpening(open.AddHours(9)), Is.EqualTo(open.AddSeconds(-1).AddHours(23)));
    }

    [TestCase("Europe/Berlin")]
    [TestCase("America/Argentina/Buenos_Aires")]
    [TestCase("America/Port-au-Prince")]
    [TestCase("UTC")]
    [TestCase("Etc/GMT+5")]
    public void TryFindZone_IanaName_IsFound(string name)
    {
        Assert.That(BusinessCalendar.TryFindZone(name, out var zone), Is.True);
        Assert.That(zone!.Id, Is.EqualTo(name));
    }

    [TestCase("localtime")]
    [TestCase("posixrules")]
    [TestCase("Factory")]
    [TestCase("posix/Europe/Berlin")]
    [TestCase("right/Europe/Berlin")]
    [TestCase("Europe//Berlin")]
    [TestCase("Europe/./Berlin")]
    [TestCase("Africa/../Europe/Berlin")]
    [TestCase("/usr/share/zoneinfo/Europe/Berlin")]
    [TestCase("Europe/Berlin/")]
    [TestCase("Europe/Atlantis")]
    [TestCase("W. Europe Standard Time")]
    [TestCase("")]
    public void TryFindZone_WhateverElseTheSystemFinds_IsNone(string name)
    {
        Assert.That(BusinessCalendar.TryFindZone(name, out var zone), Is.False);
        Assert.That(zone, Is.Null);
    }

    private static void AssertOverlaps(Opening opening, string found) => Assert.That(string.Join("; ", opening.Overlaps()), Is.EqualTo(found));
}
