using System.Globalization;
using Booking.Benchmarks;

switch (args)
{
    case [LoadProcess.Read, var port, var path, var seconds, var cookie]:
        Console.WriteLine(Reading.Rate(Number(port), path, Seconds(seconds), cookie));
        break;
    case [LoadProcess.Book, var port, var first, var seconds]:
        Console.WriteLine(await Bookers.RateAsync(Number(port), Number(first), Seconds(seconds)));
        break;
    case []:
        await Report.WriteAsync(Checkout.Seed);
        break;
    case ["--seed", var file]:
        await Report.WriteAsync(file);
        break;
    case ["--bookings"]:
        await Report.WriteBookingsAsync();
        break;
    case ["--texts"]:
        await Report.WriteTextsAsync();
        break;
    default:
        Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Booking.Benchmarks [-- --seed seed.csv | --bookings | --texts]");
        return 1;
}

return 0;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(Number(text));
