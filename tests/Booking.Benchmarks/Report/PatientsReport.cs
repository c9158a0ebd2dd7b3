using System.Diagnostics;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Booking.Benchmarks;

/// <summary>How long the desk waits for a patient among as many as a clinic has in decades, each of whom was here once.</summary>
internal static class PatientsReport
{
    private const int People = 50_000;
    private const int AtATime = 500;
    private const int Tries = 15;
    private const double MostMilliseconds = 20;

    // A few names, so that each is borne by far more people than any name is: hundreds match.
    private static readonly string[] First = """
        Olivia Amelia Isla Ava Mia Ivy Lily Florence Freya Poppy Jo Joanna John Joan Sarah Sam Oliver George Arthur Noah
        Muhammad Leo Harry Oscar Archie Jack Henry Charlie Thomas William Margaret Mary Marta Maria Mark Martin Peter Priya
        """.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

    private static readonly string[] Last = """
        Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts
        Green Hall Wood Jackson Clarke Martin Marsh Marshall Mason Matthews Black Blake Bloggs Khan Ali Begum Hussain Shah
        Shaw Sharma Singh Kaur Simpson Small Smart Smyth O'Brien O'Neill MacDonald McKenzie Müller Nowak García Nguyen Lee
        """.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

    private static readonly string[] Typed = ["smi", "jo bl", "mar", "sharma pri", "o'bri", "000", "4321", "3/4/1980"];

    public static async Task WriteAsync(string diary)
    {
        var file = $"{diary}.patients";
        File.Copy(diary, file);
        await FillAsync(file);
        var patients = new Patients(new Contexts(file), new Transactions(new Contexts(file), new WriteGate(new DatabaseOptions())), TimeProvider.System);
        var (slowest, worst) = ("", 0.0);
        foreach (var typed in Typed)
        {
            var taken = await TakenAsync(patients, typed);
            (slowest, worst) = taken > worst ? (typed, taken) : (slowest, worst);
        }

        Row.Write(
            "patient search over 50,000 patients",
            $"{worst:0.0} ms for \"{slowest}\", the slowest of {Typed.Length}",
            "at most 20 ms",
            worst <= MostMilliseconds);
    }

    private static async Task<double> TakenAsync(Patients patients, string typed)
    {
        if (!PatientSearch.TryParse(typed, out var search))
        {
            throw new InvalidOperationException($"\"{typed}\" is too little to look for.");
        }

        var runs = new List<double>();
        for (var number = 0; number < Tries; number++)
        {
            var clock = Stopwatch.StartNew();
            await patients.FindAsync(search, CancellationToken.None);
            runs.Add(clock.Elapsed.TotalMilliseconds);
        }

        return runs.Order().ElementAt(Tries / 2);
    }

    private static async Task FillAsync(string file)
    {
        await using var context = BenchDiary.Open(file);
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var some in Enumerable.Range(0, People).Chunk(AtATime))
        {
            context.AddRange(some.Select(number => Visit(Person(number), number)));
            await context.SaveChangesAsync();
            context.ChangeTracker.Clear();
        }
    }

    private static Patient Person(int number)
    {
        var name = $"{First[number % First.Length]} {Last[number * 7 / First.Length % Last.Length]}";
        var details = new ContactDetails(
            PersonName.Parse(name),
            Telephone.Parse($"077{number * 1987 % 100_000_000:00000000}"),
            Email: null,
            new DateOnly(1930, 1, 1).AddDays(number % 30_000),
            Notes: null);
        return Patient.New(details, number, DateTime.UnixEpoch);
    }

    private static Appointment Visit(Patient patient, int number)
    {
        var hold = new Hold
        {
            ReferenceHash = [],
            Visitor = [],
            TreatmentId = 1 + (number % BenchClinic.Treatments.Count),
            PractitionerId = 1 + (number % BenchClinic.Practitioners),
            RoomId = null,
            Date = BenchClinic.FirstDay.AddDays(-1 - (number % 3650)),
            Start = new(9, 0),
            Minutes = 30,
            TurnaroundMinutes = 0,
            RedFlagVersion = null,
            MadeAt = DateTime.UnixEpoch,
            Expires = DateTime.UnixEpoch,
        };
        return Appointment.Book(hold, roomId: null, patient, pricePence: 4000, BenchClinic.Rules, DateTime.UnixEpoch);
    }

    private sealed class Contexts(string file) : IDbContextFactory<BookingDbContext>
    {
        private readonly PooledDbContextFactory<BookingDbContext> _pool = new(
            ((DbContextOptionsBuilder<BookingDbContext>)new DbContextOptionsBuilder<BookingDbContext>()
                .UseBooking(DatabaseProvider.Sqlite, $"Data Source={file}")).Options);

        public BookingDbContext CreateDbContext() => _pool.CreateDbContext();
    }
}
