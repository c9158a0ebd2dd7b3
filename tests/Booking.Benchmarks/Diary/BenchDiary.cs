using Booking.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Booking.Benchmarks;

/// <summary>Writes the measured diary into a database of its own, by the clinic's own code.</summary>
internal static class BenchDiary
{
    private const int AtATime = 500;
    private const int Copies = 9;

    public static async Task MakeAsync(string file, IReadOnlyList<SeedRow> rows)
    {
        await using var context = Open(file);
        await context.Database.MigrateAsync();
        context.AddRange(BenchClinic.SetUp());
        await context.SaveChangesAsync();
        var number = 0;
        foreach (var some in rows.Chunk(AtATime))
        {
            var appointments = some.Select(row => Written(row, number++, DateTime.UtcNow)).ToList();
            context.AddRange(appointments);
            await context.SaveChangesAsync();
            context.AddRange(appointments.SelectMany(appointment => appointment.Claims()));
            await context.SaveChangesAsync();
            context.ChangeTracker.Clear();
        }

        await context.Messages.ExecuteUpdateAsync(row => row
            .SetProperty(message => message.State, MessageState.Delivered)
            .SetProperty(message => message.Due, (DateTime?)null));
    }

    /// <summary>The same diary after years: nine more of its kind in the past.</summary>
    public static async Task MakeOldAsync(string file, string from)
    {
        File.Copy(from, file);
        await using var context = Open(file);
        foreach (var table in new[] { typeof(Appointment), typeof(AppointmentEvent), typeof(Message) })
        {
            var entity = context.Model.FindEntityType(table)!;
            var columns = entity.GetProperties().Select(property => property.GetColumnName()).Where(name => name != "Id").ToList();
            for (var copy = 1; copy <= Copies; copy++)
            {
                var values = columns.Select(name => Moved(name, copy));
                var copying = $"""
                    INSERT INTO "{entity.GetTableName()}" ({string.Join(',', columns.Select(Quoted))})
                    SELECT {string.Join(',', values)} FROM "{entity.GetTableName()}" WHERE {Original(table)} ORDER BY "Id"
                    """;
                await context.Database.ExecuteSqlRawAsync(copying);
            }
        }
    }

    private static string Original(Type table) => table == typeof(Appointment)
        ? $"\"Date\" >= '{BenchClinic.FirstDay:yyyy-MM-dd}'"
        : "\"AppointmentId\" <= (SELECT COUNT(*) / 10 FROM \"Appointments\")";

    // Each copy of a row tells of the copy of its appointment, which is so many appointments further on.
    private static string Moved(string column, int copy) => column switch
    {
        "Date" => $"date(\"Date\", '-{copy * BenchClinic.FilledDays} days')",
        "AppointmentId" => $"\"AppointmentId\" + {copy} * (SELECT COUNT(*) / 10 FROM \"Appointments\")",
        "Ticket" => "NULL",
        _ => Quoted(column),
    };

    private static string Quoted(string name) => $"\"{name}\"";

    private static Appointment Written(SeedRow row, int number, DateTime utcNow)
    {
        var treatment = BenchClinic.Treatments[row.Treatment - 1];
        var hold = new Hold
        {
            ReferenceHash = [],
            Visitor = [],
            TreatmentId = treatment.Id,
            PractitionerId = row.Practitioner,
            RoomId = row.Practitioner,
            Date = row.Date,
            Start = row.Start,
            Minutes = treatment.Minutes,
            TurnaroundMinutes = 0,
            RedFlagVersion = null,
            MadeAt = utcNow,
            Expires = utcNow,
        };
        var patient = Patient.New(
            PersonName.Parse("Jo Bench"), Telephone.Parse($"070{number:00000000}"), email: null, namesake: 0, utcNow);
        return Appointment.Book(hold, row.Practitioner, patient, treatment.PricePence, BenchClinic.Rules, utcNow);
    }

    internal static BookingDbContext Open(string file)
    {
        var options = new DbContextOptionsBuilder<BookingDbContext>();
        options.UseBooking(DatabaseProvider.Sqlite, new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        return new BookingDbContext(options.Options);
    }
}
